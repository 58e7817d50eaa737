import { useRef, useState } from "preact/hooks";

export type Swipe = "right" | "left";

interface Gestures {
  readonly onSwipe?: (way: Swipe) => void;
  readonly onLongPress?: () => void;
}

const [FAR_PX, MOVED_PX, LONG_MS] = [88, 12, 500];

/** Tells a swipe and a long press on a row from a tap and from scrolling. Only for fingers: a mouse has its own ways. */
export function useGestures({ onSwipe, onLongPress }: Gestures) {
  const [way, setWay] = useState<Swipe | null>(null);
  const touch = useRef<{ x: number; y: number; dx: number; isSwipe: boolean; isDone: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTapMeant = useRef(true);
  const shift = (element: HTMLElement, px: number) => {
    const moved = element.firstElementChild?.nextElementSibling ?? element.firstElementChild;
    if (moved instanceof HTMLElement) moved.style.translate = px === 0 ? "" : `${px}px 0`;
  };
  const end = (element: HTMLElement) => {
    clearTimeout(timer.current);
    touch.current = null;
    setWay(null);
    shift(element, 0);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      isTapMeant.current = true;
      if (event.pointerType === "mouse") return;
      touch.current = { x: event.clientX, y: event.clientY, dx: 0, isSwipe: false, isDone: false };
      timer.current = setTimeout(() => {
        if (!touch.current || touch.current.isSwipe || !onLongPress) return;
        isTapMeant.current = false;
        touch.current.isDone = true;
        onLongPress();
      }, LONG_MS);
    },
    onPointerMove: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      const from = touch.current;
      if (!from || from.isDone) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(dx) > MOVED_PX || Math.abs(dy) > MOVED_PX) clearTimeout(timer.current);
      if (!from.isSwipe && onSwipe && Math.abs(dx) > MOVED_PX && Math.abs(dx) > 2 * Math.abs(dy)) {
        from.isSwipe = true;
        isTapMeant.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      if (!from.isSwipe) return;
      from.dx = dx;
      shift(event.currentTarget, dx);
      setWay(dx > 0 ? "right" : "left");
    },
    onPointerUp: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      const from = touch.current;
      end(event.currentTarget);
      if (from?.isSwipe && Math.abs(from.dx) >= FAR_PX) onSwipe?.(from.dx > 0 ? "right" : "left");
    },
    onPointerCancel: (event: PointerEvent & { currentTarget: HTMLElement }) => end(event.currentTarget),
    onClickCapture: (event: MouseEvent) => {
      if (isTapMeant.current) return;
      isTapMeant.current = true;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu: (event: Event) => {
      if (touch.current || !isTapMeant.current) event.preventDefault();
    },
  };
  return { way, handlers };
}
