export type Need = 'chrome' | 'firefox' | 'screen' | 'paper' | 'faces';
export function findBrowser(kind: 'chrome' | 'firefox'): string | undefined;
export function missing(needs: readonly Need[]): Need[];
export function ensure(needs: readonly Need[]): string;
export function canInstall(): boolean;
