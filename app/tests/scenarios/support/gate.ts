import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** Between a browser and the server: it can be shut, as if the server had stopped, and opens again at the same address. */
export class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;
  private lost: { readonly request: RegExp; readonly onLost: () => unknown } | null = null;

  /** Requests whose first line is like this find nobody, the worker's too. */
  withheld: RegExp | null = null;

  /** Requests whose first line is like this are answered by what is made of the server's answer, as if it had another release. */
  changed: { readonly request: RegExp; readonly into: (text: string) => string } | null = null;

  /** Answers to requests whose first line is like this come only then. */
  late: { readonly request: RegExp; readonly until: Promise<void> } | null = null;

  private constructor(private readonly target: URL) {}

  static async to(server: string): Promise<Gate> {
    const gate = new Gate(new URL(server));
    await gate.open();
    return gate;
  }

  get url(): string {
    // Browsers count it as secure, so cookies and service workers are as they are when deployed.
    return `http://localhost:${this.port}`;
  }

  async open(): Promise<void> {
    const server = createServer((near) => this.carry(near));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.port, "localhost", resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    const server = this.server;
    this.server = null;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** The next request whose first line is like this reaches the server, which does it, and its answer never comes. */
  losesAnswerTo(request: RegExp): Promise<void> {
    return new Promise((resolve) => {
      this.lost = { request, onLost: resolve };
    });
  }

  private async answer(near: Socket, path: string, into: (text: string) => string): Promise<void> {
    const came = await fetch(new URL(path, this.target));
    const body = Buffer.from(into(await came.text()));
    const heads = ["content-type", "cache-control", "content-security-policy", "service-worker-allowed"].flatMap(
      (name) => {
        const value = came.headers.get(name);
        return value === null ? [] : [`${name}: ${value}`];
      },
    );
    const head = [`HTTP/1.1 ${came.status} OK`, ...heads, `content-length: ${body.length}`, "connection: close"];
    near.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
  }

  private carry(near: Socket): void {
    const far = connect(Number(this.target.port), this.target.hostname);
    near.on("data", (chunk: Buffer) => {
      const line = chunk.toString("latin1").split("\r\n")[0] ?? "";
      if (this.withheld?.test(line)) return void near.destroy();
      if (this.changed?.request.test(line)) {
        // What the server says to it goes nowhere.
        far.unpipe(near);
        far.resume();
        void this.answer(near, line.split(" ")[1] ?? "/", this.changed.into);
      }
      if (this.late?.request.test(line)) {
        far.unpipe(near);
        void this.late.until.then(() => far.pipe(near));
      }
      const lost = this.lost;
      if (!lost?.request.test(line)) return;
      this.lost = null;
      far.unpipe(near);
      far.once("data", () => {
        near.destroy();
        lost.onLost();
      });
      // What was piped pauses when it no longer is.
      far.resume();
    });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
