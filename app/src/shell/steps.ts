/** How many screens the user has come through inside the app, so that "back" never leaves it for the page before. */
export const steps = { inside: 0 };

const { pushState } = history;

/** Counts what is pushed and what is gone back; a reload begins anew, as if the app was opened there. */
export function countSteps(): void {
  history.pushState = (state, unused, url) => {
    steps.inside++;
    pushState.call(history, state, unused, url);
  };
  addEventListener("popstate", () => {
    steps.inside = Math.max(0, steps.inside - 1);
  });
}
