/**
 * Sentences that pages put around articles, in the languages they are written in. Second line after structure: each
 * only counts for a short block, and only where the list says. Never a site's name, never a page's own wording.
 */

const any = (...phrases: readonly string[]): RegExp => new RegExp(`^(?:${phrases.join('|')})`, 'iu');

/** Asks to follow, subscribe, sign up, download an app, support, comment. The whole block begins with one of these. */
export const PROMOTION = any(
  String.raw`(?:connect|stay in touch|keep in touch|follow|join|find|like) (?:with )?(?:us|me|our)\b`, String.raw`(?:sign|signing) up (?:for|to|here|now|today)\b`, String.raw`subscribe\b`, 'get (?:the|our) (?:latest|newsletter|app|daily)', 'download (?:the|our) app', 'never miss',
  String.raw`(?:folgen sie|folge|folgt) uns\b`, 'newsletter (?:abonnieren|bestellen)', 'jetzt (?:abonnieren|anmelden|newsletter)',
  String.raw`suivez(?:-| )nous\b`, 'abonnez(?:-| )vous', 'inscrivez(?:-| )vous', String.raw`s[ií]gu[ae]nos\b`, 'suscr[ií]b(?:e|a)te', String.raw`siga(?:-| )nos\b`, 'assine (?:a|nossa|já)', 'inscreva-se', 'seguici', 'iscriviti', 'volg ons', 'abonneer',
  'подписывайтесь', 'подпишитесь', 'следите за', 'присоединяйтесь', 'читайте (?:нас|также|ещё|еще)', 'підписуйтесь', 'підпишіться', 'читайте також', 'obserwuj nas', 'zapisz się', 'sledujte nás', 'bizi (?:izləyin|takip edin)', 'abone ol', 'تابعونا', 'اشترك', '关注我们', 'フォロー', '구독',
);
