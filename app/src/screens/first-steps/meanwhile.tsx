import { texts } from "../../state/texts.ts";
import { AskedToJoin } from "../../ui/asked-to-join.tsx";

export function Meanwhile() {
  return <AskedToJoin hint={texts().joining.meanwhile} />;
}
