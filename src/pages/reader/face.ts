/** The face of the text is there before the text is seen: one that came later would move every line. */
import type { Settings } from '../../browser/settings.ts';

/** The faces of our own that a choice stands for (tokens.css). The typed one is the system's and always there. */
const FAMILIES: Readonly<Record<Settings['face'], string | undefined>> = { book: '"Literata", "Noto Naskh Arabic"', plain: '"Source Sans 3", "Vazirmatn"', typed: undefined };
/** How long a face is waited for, in milliseconds: reading comes first. */
const PATIENCE = 100;

/**
 * Waits for the face of the text, but not for long. The Latin ones are asked for by the page's HTML and cost nothing here.
 * @param words of the text: only the scripts they are written in are fetched
 */
export async function faceReady({ face }: Pick<Settings, 'face'>, words: string): Promise<void> {
  const families = FAMILIES[face];
  if (!families) return;
  const loading = document.fonts.load(`1em ${families}`, words);
  // A face that can't be had is replaced by the system's, as ever.
  await Promise.race([loading.then(() => undefined, () => undefined), new Promise<void>((resolve) => { setTimeout(resolve, PATIENCE); })]);
}
