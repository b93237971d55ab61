/**
 * Hands and keys, before the page hears of them. Only what a person really did counts: what a script of the page sends is
 * let through to the page and obeyed by nobody here.
 */

export interface Hearing {
  point(x: number, y: number): void;
  click(event: MouseEvent): void;
  key(event: KeyboardEvent): void;
  wheel(event: WheelEvent): void;
}

/** What the page must not hear while its parts are pointed at. */
const KEPT_BACK = [
  'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout',
  'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'touchmove', 'wheel', 'keydown', 'keyup', 'keypress', 'beforeinput', 'selectstart', 'dragstart',
  'focus', 'blur', 'focusin', 'focusout',
] as const;

/** @returns how to stop listening */
export function listen(window: Window, heard: Hearing): () => void {
  const hear = (event: Event): void => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    if (event.type === 'pointermove') heard.point((event as PointerEvent).clientX, (event as PointerEvent).clientY);
    else if (event.type === 'click') {
      event.preventDefault();
      heard.click(event as MouseEvent);
    } else if (event.type === 'keydown') heard.key(event as KeyboardEvent);
    else if (event.type === 'wheel') heard.wheel(event as WheelEvent);
    // No dragging, no selecting, and the focus stays where it is.
    else if (/^(?:mousedown|dblclick|auxclick|contextmenu|selectstart|dragstart)$/.test(event.type)) event.preventDefault();
  };
  const how = { capture: true, passive: false } as const;
  for (const type of KEPT_BACK) window.addEventListener(type, hear, how);
  return () => { for (const type of KEPT_BACK) window.removeEventListener(type, hear, how); };
}
