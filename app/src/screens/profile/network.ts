/** Where a session was begun, as it says something to somebody: null where that is the server's own network or nothing known. */
export function publicNetwork(network: string | null | undefined): string | null {
  if (!network) return null;
  const isPrivate = network.includes(":") ? isPrivateV6(network.toLowerCase()) : isPrivateV4(network);
  return isPrivate ? null : network;
}

function isPrivateV4(address: string): boolean {
  const [first = 0, second = 0] = address.split(".").map(Number);
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  );
}

/** The /64 of the loopback, of links and of local addresses. */
function isPrivateV6(network: string): boolean {
  return /^(::1?(\/|$)|0:|f[cd]|fe[89ab])/.test(network);
}
