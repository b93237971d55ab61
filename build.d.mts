/** Types of what the tests and benches take from the build. */
export const DIST: string;
export function pageNames(): Promise<string[]>;
export function manifestFor(target: string, manifest: Record<string, unknown>, version: string): Record<string, unknown>;
export function messagesOf(locale: string): Promise<Record<string, unknown>>;
export function buildAll(options?: { zips?: boolean }): Promise<unknown[]>;
export function clearOutput(folder: string): Promise<void>;
