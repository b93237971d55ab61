/** Whether the picture a page names for an article has to be shown above its text, or stands there already. */

/** False when the body shows the same picture, or begins with a picture of its own. */
export function needsLeadPicture(content: ParentNode & Node, lead: string): boolean {
  const pictures = [...content.querySelectorAll('img')];
  const name = pictureName(lead);
  if (pictures.some((picture) => pictureName(picture.getAttribute('src') ?? '') === name)) return false;
  const first = pictures[0];
  if (!first) return true;
  const before = first.ownerDocument.createRange();
  before.setStart(content, 0);
  before.setEndBefore(first);
  return before.toString().trim().length > 120;
}

/** The picture's file without what names its size: `/a/b-1200x630.jpg?w=800` and `/a/b-300x200.webp` are one picture. */
function pictureName(address: string): string {
  const path = URL.parse(address)?.pathname ?? address;
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '').replace(/[-_]\d{2,5}x\d{2,5}$/, '');
  return file.length >= 6 ? file.toLowerCase() : address;
}
