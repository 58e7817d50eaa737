import { useRef } from "preact/hooks";

const HELD_MS = 500;

interface Hold {
  timer?: ReturnType<typeof setTimeout> | undefined;
  wasHeld: boolean;
}

/** What is done when something is held for a while; the tap that ends the hold then does nothing more. */
export function useHold(onHeld: () => void) {
  // Kept over renderings: one may come between the press and its end.
  const hold = useRef<Hold>({ wasHeld: false });
  const latest = useRef(onHeld);
  latest.current = onHeld;
  const end = () => clearTimeout(hold.current.timer);
  return {
    onPointerDown: () => {
      end();
      hold.current.wasHeld = false;
      hold.current.timer = setTimeout(() => {
        hold.current.wasHeld = true;
        latest.current();
      }, HELD_MS);
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    // A phone's own menu for what is held would come between.
    onContextMenu: (event: Event) => event.preventDefault(),
    onClickCapture: (event: Event) => {
      end();
      if (!hold.current.wasHeld) return;
      hold.current.wasHeld = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}
