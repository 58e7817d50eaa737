const HELD_MS = 500;

/** What is done when something is held for a while; the tap that ends the hold then does nothing more. */
export function holding(onHeld: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasHeld = false;
  const end = () => clearTimeout(timer);
  return {
    onPointerDown: () => {
      wasHeld = false;
      timer = setTimeout(() => {
        wasHeld = true;
        onHeld();
      }, HELD_MS);
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    // A phone's own menu for what is held would come between.
    onContextMenu: (event: Event) => event.preventDefault(),
    onClickCapture: (event: Event) => {
      if (!wasHeld) return;
      wasHeld = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}
