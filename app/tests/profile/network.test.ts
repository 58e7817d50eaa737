import { expect, it } from "vitest";
import { publicNetwork } from "../../src/screens/profile/network.ts";

it("says nothing of networks that are nowhere in particular", () => {
  for (const own of [
    "::/64",
    "::1",
    "fe80::/64",
    "fd12:3456::/64",
    "127.0.0.1",
    "10.0.0.7",
    "172.20.1.1",
    "192.168.1.2",
  ])
    expect(publicNetwork(own)).toBe(null);
  expect(publicNetwork(null)).toBe(null);
});

it("says where else it was", () => {
  for (const one of ["203.0.113.7", "172.32.0.1", "192.169.0.1", "2001:db8:1:2::/64"])
    expect(publicNetwork(one)).toBe(one);
});
