export function findBrowser(kind: 'chrome' | 'firefox'): string | undefined;
