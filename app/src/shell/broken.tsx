import { mdiAlertCircleOutline } from "@mdi/js";
import { Component, type ComponentChildren } from "preact";
import { texts } from "../state/texts.ts";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/card.tsx";

interface State {
  readonly error: Error | null;
}

interface BrokenProps {
  /** Where the user is: on another screen it is tried again. */
  readonly at?: string;
  readonly children: ComponentChildren;
}

/** A fault of the program in one screen: said plainly. What was typed is kept by the forms themselves, and comes back with them. */
export class Broken extends Component<BrokenProps, State> {
  override state: State = { error: null };

  static override getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidUpdate({ at }: BrokenProps) {
    if (at !== this.props.at && this.state.error) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const t = texts().broken;
    return (
      <main data-screen="broken">
        <Empty icon={mdiAlertCircleOutline} text={t.text}>
          <Button onClick={() => this.setState({ error: null })} action="retry">
            {t.retry}
          </Button>
          <Button look="text" onClick={() => location.assign("/")} action="go-home">
            {t.home}
          </Button>
          <code>{String(error.message).slice(0, 300)}</code>
        </Empty>
      </main>
    );
  }
}
