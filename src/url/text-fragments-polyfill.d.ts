declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  interface TextFragment { readonly textStart: string; readonly textEnd?: string; readonly prefix?: string; readonly suffix?: string }
  /** Changes the range it is given, and nothing else; gives up after half a second. */
  export function generateFragmentFromRange(range: Range): { readonly status: number; readonly fragment?: TextFragment };
  export const GenerateFragmentStatus: { readonly SUCCESS: 0; readonly INVALID_SELECTION: 1; readonly AMBIGUOUS: 2; readonly TIMEOUT: 3; readonly EXECUTION_FAILED: 4 };
}
