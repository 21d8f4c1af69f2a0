// One origin for the page and both APIs, as the web server in front of a real shop is.
import { readFile } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";

const admin = process.env.FIRSTCOME_ADMIN_URL ?? "http://127.0.0.1:8081";
const issue = process.env.FIRSTCOME_ISSUE_URL ?? "http://127.0.0.1:8082";

const files: Record<string, [path: string, type: string]> = {
  "/": ["page.html", "text/html; charset=utf-8"],
  "/page.js": ["build/page.js", "text/javascript"],
};

function pass(incoming: IncomingMessage, outgoing: ServerResponse, server: string): void {
  const { method, headers, url } = incoming;
  const passed = request(server + url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on("error", () => outgoing.writeHead(502).end());
  outgoing.on("close", () => passed.destroy());
  incoming.pipe(passed);
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const path = new URL(incoming.url ?? "/", "http://page").pathname;
  if (path.startsWith("/admin.v1.")) {
    pass(incoming, outgoing, admin);
  } else if (path.startsWith("/issue.v1.")) {
    pass(incoming, outgoing, issue);
  } else if (path in files) {
    const [file, type] = files[path];
    outgoing.writeHead(200, { "content-type": type }).end(await readFile(file));
  } else {
    outgoing.writeHead(404).end();
  }
}

/** What the page calls across origins: the issue API, where the server's setting `cors-origins` lets it. */
export const direct: Record<string, string> = process.env.FIRSTCOME_CORS_ORIGINS ? { issue } : {};

/** Starts to listen on this machine; port 0 takes a free one. */
export function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
