/** Which pictures an article has, read off its own HTML, which our taking in has written. Works without a DOM. Pure. */
import type { Article } from '../article/article.ts';

/** Pictures kept of one article at most. */
export const MOST_PICTURES = 300;

const IMAGE = /<img\b[^>]*?\ssrc="([^"]*)"/g;
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' };

/** The web addresses of the lead picture and of those in the text, each once, in order. */
export function pictureAddresses({ html, leadImage }: Pick<Article, 'html'> & { readonly leadImage?: string | undefined }): readonly string[] {
  const inText = [...html.matchAll(IMAGE)].map(([, src = '']) => src.replace(/&(?:amp|quot|lt|gt);/g, (sign) => SIGNS[sign] ?? sign));
  return [...new Set([...(leadImage ? [leadImage] : []), ...inText])].filter((src) => /^https?:\/\//.test(src)).slice(0, MOST_PICTURES);
}
