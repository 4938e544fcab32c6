import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { KEPT } from "./kept";

/** What is tested: the distribution as it is packed, unless PLUMBLINE names another. */
const LAUNCHER = process.env["PLUMBLINE"] ?? join(import.meta.dirname, "../../dist/target/plumbline/bin/plumbline");

/** A server that takes longer to answer than this does not come; milliseconds. A demo scans and judges first. */
const LONGEST_START = 120_000;
const LONGEST_END = 10_000;
const LINES_TOLD = 20;

/** A server that was started here, and how to end it. */
export interface Center {
  readonly url: string;
  /** The first person's; empty where there was somebody already. */
  readonly firstPassword: string;
  readonly end: () => Promise<void>;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  const impatient = setTimeout(() => server.kill("SIGKILL"), LONGEST_END);
  await gone;
  clearTimeout(impatient);
}

/** Starts `plumbline demo` or `plumbline serve` on a free port of this machine. What it says is kept, but for the first password. */
export async function startCenter(home: string, command: "demo" | "serve", ...options: string[]): Promise<Center> {
  if (!existsSync(LAUNCHER)) {
    throw new Error(`There is no ${LAUNCHER} to test. Make it with \`make dist\`, or say where another is: PLUMBLINE=/path/to/plumbline`);
  }
  mkdirSync(KEPT, { recursive: true });
  const log = createWriteStream(join(KEPT, `${command}.log`));
  const server = spawn(LAUNCHER, [command, "--home", home, "--port", "0", ...options], {
    env: { ...process.env, PLUMBLINE_HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  server.once("exit", () => log.end());
  const said: string[] = [];
  let firstPassword = "";
  const answers = new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error([`plumbline ${command} ${why}`, ...said.slice(-LINES_TOLD)].join("\n")));
    createInterface({ input: server.stderr }).on("line", (line) => {
      const password = /the password (\S+)$/.exec(line)?.[1];
      if (password !== undefined) {
        firstPassword = password;
        return;
      }
      said.push(line);
      log.write(`${line}\n`);
      const address = /Compliance Center answers at (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", (code) => fail(`ended with ${code} before it answered`));
    server.once("error", (error) => fail(`could not be started: ${error.message}`));
    setTimeout(() => fail(`did not answer within ${LONGEST_START / 1000} s`), LONGEST_START).unref();
  });
  try {
    return { url: await answers, firstPassword, end: () => end(server) };
  } catch (error) {
    await end(server);
    throw error;
  }
}
