export interface Kills { readonly kills: number; readonly doings: number; readonly articles: number; readonly faults: readonly string[]; /** How often the browser threw its whole database away. */ readonly thrownAway: number }
export function killAgainAndAgain(options: {
  readonly kind: 'chrome' | 'firefox'; readonly kills: number;
  /** The longest the browser may write before it is killed, in milliseconds. */
  readonly longest?: number;
  readonly onKill?: (soFar: { readonly kills: number; readonly doings: number; readonly faults: number }) => unknown;
}): Promise<Kills>;
export function writeFromThreeSides(options: { readonly kind: 'chrome' | 'firefox'; readonly writes: number }): Promise<{
  readonly acknowledged: number; readonly articles: number; readonly expected: number; readonly faults: readonly string[];
}>;
