/** A picture on a stage that comes nearer by wheel, fingers, double click and keys, and is moved about by dragging. */

export interface Zoom {
  by(factor: number): void;
  move(x: number, y: number): void;
  reset(): void;
  isNear(): boolean;
}

const NEAREST = 8;
const DOUBLE = 2.5;

interface Point { readonly x: number; readonly y: number }

export function zoomable(stage: HTMLElement, picture: HTMLElement): Zoom {
  let scale = 1;
  let x = 0;
  let y = 0;
  const fingers = new Map<number, Point>();

  const show = (): void => {
    const reachX = Math.max(0, (picture.offsetWidth * scale - stage.clientWidth) / 2);
    const reachY = Math.max(0, (picture.offsetHeight * scale - stage.clientHeight) / 2);
    x = Math.max(-reachX, Math.min(reachX, x));
    y = Math.max(-reachY, Math.min(reachY, y));
    picture.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    stage.classList.toggle('near', scale > 1);
  };
  /** Nearer or farther, so that the point stays where it is. Points count from the middle of the stage. */
  const zoomAt = (factor: number, at: Point): void => {
    const next = Math.max(1, Math.min(NEAREST, scale * factor));
    x = at.x - ((at.x - x) * next) / scale;
    y = at.y - ((at.y - y) * next) / scale;
    scale = next;
    show();
  };
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const box = stage.getBoundingClientRect();
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  };

  stage.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), pointOf(event));
  }, { passive: false });
  picture.addEventListener('dblclick', (event) => zoomAt(scale > 1 ? 1 / scale : DOUBLE, pointOf(event)));
  stage.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, pointOf(event));
    if (scale > 1 || fingers.size > 1) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (other) {
      const apart = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y);
      if (apart(before) > 0) zoomAt(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (scale > 1) {
      x += now.x - before.x;
      y += now.y - before.y;
      show();
    }
  });
  for (const end of ['pointerup', 'pointercancel'] as const) stage.addEventListener(end, (event) => fingers.delete(event.pointerId));
  addEventListener('resize', show);

  return {
    by: (factor) => zoomAt(factor, { x: 0, y: 0 }),
    move(byX, byY) {
      x += byX;
      y += byY;
      show();
    },
    reset() {
      scale = 1;
      x = y = 0;
      fingers.clear();
      show();
    },
    isNear: () => scale > 1,
  };
}
