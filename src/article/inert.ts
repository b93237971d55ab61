/** HTML as an inert document that nothing is shown from: its scripts don't run and its pictures don't load. Never throws. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
