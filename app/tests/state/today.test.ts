import { afterEach, expect, it, vi } from "vitest";

const ZONE = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

it("the day is that of the zone in which the device is now, as soon as the app is seen again", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval"] });
  vi.setSystemTime("2026-11-28T20:00:00Z");
  const page = new EventTarget();
  vi.stubGlobal("navigator", { languages: ["en-GB"] });
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  process.env.TZ = "Europe/Berlin";
  const { keepToday, today } = await import("../../src/state/today.ts");
  expect(today.value).toBe("2026-11-28");

  keepToday();
  process.env.TZ = "Asia/Tokyo";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(today.value).toBe("2026-11-29");
});
