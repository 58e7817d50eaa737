// Between a browser and the server: counts what comes over the line, heads of HTTP included, whoever in the browser asked for it.
import { once } from "node:events";
import { connect, createServer } from "node:net";

export class Gate {
  #server;
  received = 0;
  /** Of each file that was asked for. */
  paths = [];

  static async to(target) {
    const gate = new Gate();
    const { port, hostname } = new URL(target);
    gate.#server = createServer((near) => {
      const far = connect(Number(port), hostname);
      far.on("data", (chunk) => (gate.received += chunk.length));
      near.on("data", (chunk) => gate.paths.push(...chunk.toString("latin1").match(/^GET \S+/gm) ?? []));
      for (const [socket, other] of [[near, far], [far, near]]) {
        socket.on("error", () => other.destroy());
        socket.on("close", () => other.destroy());
        socket.pipe(other);
      }
    }).listen(0, "localhost");
    await once(gate.#server, "listening");
    return gate;
  }

  get url() {
    return `http://localhost:${this.#server.address().port}`;
  }

  close() {
    this.#server.close();
  }
}
