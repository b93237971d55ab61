/** The ways out that only the full page has: the draft file, a code for a phone, messengers, and the system's own share sheet. */
import { MessageCircle, QrCode, Send, Share2 } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { checkAddress } from '../../letter/address.ts';
import type { Letter } from '../../letter/compose.ts';
import { draftFileName, eml, type EmlPicture } from '../../letter/eml.ts';
import { textOf } from '../../letter/blocks.ts';
import { MESSENGERS } from '../../letter/messages.ts';
import type { LetterForm, Way } from '../shared/letter-form.ts';
import { showCode } from './qr-code.ts';

/** Makes the mail draft and hands it to the browser's downloads. */
export function makeDraft(form: LetterForm): void {
  const letter = form.letter();
  const me = form.me();
  const mine = checkAddress(me.email);
  const file = eml({
    letter, words: form.words, date: new Date(), seed: crypto.randomUUID().replaceAll('-', ''),
    from: { name: me.name, email: mine.ok ? mine.address : '' },
    to: form.friends().flatMap(({ name, email }) => { const check = checkAddress(email); return check.ok ? [{ name, email: check.address }] : []; }),
    pictures: picturesOf(letter),
  });
  const url = URL.createObjectURL(new Blob([file], { type: 'message/rfc822' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = draftFileName(letter.subject);
  link.click();
  // The browser reads the file after the click; an hour is more than any question about where to put it takes.
  setTimeout(() => { URL.revokeObjectURL(url); }, 3_600_000);
  form.say(t('letterDraftMade', link.download));
}

/** Pictures that the article carries in itself; the others stay on the page they came from. */
function picturesOf(letter: Letter): EmlPicture[] {
  const pictures = new Map<string, EmlPicture>();
  for (const { kind, src } of letter.body) {
    const match = kind === 'picture' && src ? /^data:(image\/([\w+.-]+));base64,(.*)$/s.exec(src) : null;
    const bytes = match && decode(match[3]!);
    if (match && src && bytes) pictures.set(src, { src, type: match[1]!, name: `${pictures.size + 1}.${match[2]!.replace(/\+.*/, '')}`, bytes });
  }
  return [...pictures.values()];
}

function decode(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  } catch {
    // A damaged picture travels no further than its caption.
    return undefined;
  }
}

/** @param form of the letter that is to leave */
export function pageWays(form: LetterForm): readonly Way[] {
  const address = (): string => textOf(form.letter().head.find((block) => block.kind === 'link') ?? { runs: [] });
  return [
    { id: 'code', label: t('letterWayCode'), icon: QrCode, asks: 'nothing', run: () => { if (!showCode(address())) form.say(t('letterCodeTooLong'), { bad: true }); } },
    { id: 'whatsapp', label: 'WhatsApp', icon: MessageCircle, asks: 'nothing', href: MESSENGERS.whatsapp },
    { id: 'telegram', label: 'Telegram', icon: Send, asks: 'nothing', href: MESSENGERS.telegram },
    ...(shareSheet() ? [{ id: 'apps', label: t('letterWayApps'), icon: Share2, asks: 'nothing' as const, run: () => { void shareByApps(form, address()); } }] : []),
  ];
}

/** Some browsers have the function and no system behind it; `canShare` is asked before the way is shown. */
function shareSheet(): boolean {
  return typeof navigator.share === 'function' && typeof navigator.canShare === 'function' && navigator.canShare({ title: 'x', url: 'https://example.org/' });
}

async function shareByApps(form: LetterForm, url: string): Promise<void> {
  const letter = form.letter();
  try {
    await navigator.share({ title: letter.subject, text: letter.hello.map(textOf).join('\n\n'), url });
  } catch (error) {
    // Closing the sheet without choosing is no failure.
    if (!(error instanceof DOMException && error.name === 'AbortError')) form.say(t('letterAppsFailed'), { copy: true, bad: true });
  }
}
