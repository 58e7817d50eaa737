import qrcode from "qrcode-generator";
import s from "./qr.module.css";

interface QrProps {
  readonly text: string;
  /** What it is for, to whoever listens. */
  readonly label: string;
}

/** A QR code, drawn here: dark on light in every theme, since many cameras read no other. */
export function Qr({ text, label }: QrProps) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return (
    <svg class={s.qr} viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label} data-qr={text}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} class={s.light} />
      <path d={path} class={s.dark} shape-rendering="crispEdges" />
    </svg>
  );
}
