/** The ways out that only the full page has: files, quotes, Markdown, a code for a phone, messengers, the system's own share sheet. */
import { AtSign, FileCode, FileText, Highlighter, Link2, MessageCircle, QrCode, Quote, Send, Share2, Smartphone } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { textOf } from '../../letter/blocks.ts';
import { markdown } from '../../letter/markdown.ts';
import { MESSENGERS } from '../../letter/messages.ts';
import { quoteLink, quoteWithSource } from '../../letter/quote.ts';
import { copyRich, copyText } from '../shared/letter-copy.ts';
import type { LetterForm, Way } from '../shared/letter-form.ts';
import { letterFile, makeLetterFile } from './letter-files.ts';
import type { Parcel } from './parcel.ts';
import { showCode } from './qr-code.ts';

/** @param form of the letter that is to leave */
export function pageWays(form: LetterForm, parcel: () => Parcel): readonly Way[] {
  const { article, quote } = form.source;
  const address = (): string => textOf(form.letter().head.find((block) => block.kind === 'link') ?? { runs: [] });
  const told = async (copying: Promise<boolean>, text: string): Promise<void> => {
    if (await copying) form.say(t('letterCopied'));
    else form.say(`${t('letterTextByHand')} ${text}`, { bad: true });
  };
  const copyQuote = (): void => { const both = quoteWithSource(form.source, form.words); void told(copyRich(both.text, both.html), both.text); };
  const copyQuoteLink = (): void => { const link = quoteLink(form.source); void told(copyText(link), link); };
  const copyMarkdown = (): void => { const text = markdown(form.letter()); void told(copyText(text), text); };
  return [
    ...(quote ? [
      { id: 'quote', label: t('letterWayQuote'), icon: Quote, asks: 'nothing' as const, run: copyQuote },
      { id: 'quote-link', label: t('letterWayQuoteLink'), icon: Highlighter, asks: 'nothing' as const, run: copyQuoteLink },
    ] : []),
    { id: 'markdown', label: t('letterWayMarkdown'), icon: FileCode, asks: 'nothing', run: copyMarkdown },
    ...(article ? [{ id: 'file', label: t('letterWayFile'), icon: FileText, asks: 'nothing' as const, run: () => { makeLetterFile(form, parcel()); } }] : []),
    { id: 'code', label: t('letterWayCode'), icon: QrCode, asks: 'nothing', run: () => { if (!showCode(address())) form.say(t('letterCodeTooLong'), { bad: true }); } },
    { id: 'whatsapp', label: 'WhatsApp', icon: MessageCircle, asks: 'nothing', href: MESSENGERS.whatsapp },
    { id: 'telegram', label: 'Telegram', icon: Send, asks: 'nothing', href: MESSENGERS.telegram },
    { id: 'mastodon', label: 'Mastodon', icon: AtSign, asks: 'nothing', href: MESSENGERS.mastodon },
    { id: 'bluesky', label: 'Bluesky', icon: Link2, asks: 'nothing', href: MESSENGERS.bluesky },
    // Where a finger is the pointer there is most likely a phone, and something that knows `sms:`.
    ...(matchMedia('(pointer: coarse)').matches ? [{ id: 'sms', label: t('letterWaySms'), icon: Smartphone, asks: 'nothing' as const, href: MESSENGERS.sms }] : []),
    ...(shareSheet() ? [{ id: 'apps', label: t('letterWayApps'), icon: Share2, asks: 'nothing' as const, run: () => { void shareByApps(form, parcel(), address()); } }] : []),
  ];
}

/** Some browsers have the function and no system behind it; `canShare` is asked before the way is shown. */
function shareSheet(): boolean {
  return typeof navigator.share === 'function' && typeof navigator.canShare === 'function' && navigator.canShare({ title: 'x', url: 'https://example.org/' });
}

async function shareByApps(form: LetterForm, parcel: Parcel, url: string): Promise<void> {
  const letter = form.letter();
  const text = letter.hello.map(textOf).join('\n\n');
  const made = letterFile(form, parcel);
  const files = made ? [new File([made.text], made.name, { type: 'text/html' })] : [];
  const withFile = { title: letter.subject, text: `${text}\n\n${url}`, files };
  try {
    await navigator.share(files.length > 0 && navigator.canShare(withFile) ? withFile : { title: letter.subject, text, url });
  } catch (error) {
    // Closing the sheet without choosing is no failure.
    if (!(error instanceof DOMException && error.name === 'AbortError')) form.say(t('letterAppsFailed'), { copy: true, bad: true });
  }
}
