/** Presses that come before the tools do: kept, and done when they have come. */

/**
 * Keeps the last press on a button until its tool is there. Buttons that open a panel need no tool, and links neither.
 * @returns ends the keeping, and does the press that was kept
 */
export function keepPresses(): () => void {
  let pressed: HTMLButtonElement | undefined;
  const keep = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button || button.popoverTargetElement) return;
    // One tool may be there while the next is still loading: a press is done once, not twice.
    event.stopImmediatePropagation();
    event.preventDefault();
    pressed = button;
  };
  document.addEventListener('click', keep, true);
  return () => {
    document.removeEventListener('click', keep, true);
    pressed?.click();
  };
}
