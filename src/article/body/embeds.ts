/** Players, posts and maps that live elsewhere: in a clean article each becomes a line with a link to the thing itself. */
import { absolute } from './pictures.ts';

/** Frames that show something to look at or listen to, by the path of their address, and how to get to its own page. */
const PLAYERS: readonly (readonly [RegExp, (match: RegExpMatchArray) => string])[] = [
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries)([\w-]{6,})/, (m) => `https://www.youtube.com/watch?v=${m[1]}`],
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]+)/, (m) => `https://www.youtube.com/playlist?list=${m[1]}`],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/, (m) => `https://vimeo.com/${m[1]}`],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/, (m) => `https://www.dailymotion.com/video/${m[1]}`],
  [/^https?:\/\/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/, (m) => `https://open.spotify.com/${m[1]}`],
  [/^https?:\/\/(?:www\.)?instagram\.com\/(?:p|reel)\/([\w-]+)/, (m) => `https://www.instagram.com/p/${m[1]}/`],
  [/^https?:\/\/(?:w|player)\.(?:soundcloud|bandcamp|twitch)\.(?:com|tv)\/.*/, (m) => m[0]],
  [/^https?:\/\/(?:[\w-]+\.)*(?:datawrapper\.dwcdn\.net|flourish\.studio|infogram\.com|ted\.com\/talks|rutube\.ru\/play|vk\.com\/video_ext|bilibili\.com|niconico\.jp|peertube[\w.-]*|archive\.org\/embed|codepen\.io|jsfiddle\.net|podcasts\.apple\.com|openstreetmap\.org\/export|google\.[a-z.]+\/maps)\b.*/, (m) => m[0]],
];
const PLAYER_SELECTOR = 'iframe, embed, object, amp-youtube, lite-youtube, youtube-video, video, audio, amp-video';

/** Posts of picture networks come as a quote full of their own furniture, with the address on it. */
const POSTS = 'blockquote.instagram-media[data-instgrm-permalink], blockquote.tiktok-embed[cite], blockquote.fb-post, .fb-post[data-href], .fb-video[data-href]';

/** Replaces players under `root` by a link (`p.embed`), and frames of no interest by nothing. In place. */
export function cardEmbeds(root: Element, base: string): void {
  // The class is ours from here on: on a page's own elements it would make their text a card.
  for (const element of root.querySelectorAll('.embed')) element.classList.remove('embed');
  for (const element of root.querySelectorAll(`${PLAYER_SELECTOR}, ${POSTS}`)) {
    const link = addressOf(element, base);
    if (!link) {
      // An <object> may hold the words for browsers that can't show it.
      if (element.localName === 'object' && /\S/.test(element.textContent ?? '')) element.replaceWith(...element.childNodes);
      else element.remove();
      continue;
    }
    const doc = element.ownerDocument;
    const card = doc.createElement('p');
    card.className = 'embed';
    const anchor = doc.createElement('a');
    anchor.setAttribute('href', link);
    anchor.textContent = element.getAttribute('title')?.trim() || element.getAttribute('aria-label')?.trim() || URL.parse(link)?.host.replace(/^www\./, '') || link;
    card.append(anchor);
    element.replaceWith(card);
  }
}

function addressOf(element: Element, base: string): string | undefined {
  const video = element.getAttribute('data-videoid') ?? element.getAttribute('videoid');
  if (video && /^[\w-]{6,20}$/.test(video)) return `https://www.youtube.com/watch?v=${video}`;
  const raw = element.getAttribute('src') || element.getAttribute('data-src') || element.getAttribute('data-lazy-src') || element.getAttribute('data') || element.getAttribute('data-instgrm-permalink') || element.getAttribute('data-href') || element.getAttribute('cite') || element.querySelector('source[src]')?.getAttribute('src');
  const address = absolute(raw, base);
  if (!address || address.startsWith('data:')) return undefined;
  if (element.matches(POSTS)) return address.split('?')[0];
  if (element.localName === 'video' || element.localName === 'audio' || element.localName === 'amp-video') return address;
  for (const [pattern, page] of PLAYERS) {
    const match = address.match(pattern);
    if (match) return page(match);
  }
  return undefined;
}
