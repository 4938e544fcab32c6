"""A counting, caching proxy in front of moto; it listens on loopback only.

    proxy.py PORT MOTO-PORT

What it has seen once it answers from memory, after the latency asked for. GET /__bench/reset?latency=MS starts a round and
GET /__bench/read says what was asked in it, as JSON. One event loop serves all connections; only what is not yet in memory costs a thread.
"""
import asyncio
import http.client
import json
import sys
import urllib.parse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from wire import Request, unsupported

# Asked again and again until the report is there: that is not asking twice.
POLLING = {"iam.GenerateCredentialReport", "iam.GetCredentialReport"}
HOP_BY_HOP = {"connection", "content-length", "transfer-encoding", "date", "server", "keep-alive"}


class Tally:
    """What one round asked."""

    def __init__(self, latency):
        self.latency = latency
        self.requests, self.duplicates, self.retries, self.polling, self.unknown = (Counter() for _ in range(5))
        self.statuses = {}  # of the last answer to each key, 0 while it is under way
        self.cold = 0

    def asked(self, key, operation):
        self.requests[operation] += 1
        before = self.statuses.get(key)
        if before is not None:
            again = self.retries if before == 429 or before >= 500 else self.polling if operation in POLLING else self.duplicates
            again[operation] += 1
        self.statuses[key] = 0

    def read(self):
        return {name: dict(sorted(getattr(self, name).items())) for name in ("requests", "duplicates", "retries", "polling", "unknown")} | {
            "cold": self.cold}


class Stage:
    """The answers known so far, and moto behind them."""

    def __init__(self, moto_port):
        self.moto_port, self.answers, self.tally = moto_port, {}, Tally(0)
        self.threads = ThreadPoolExecutor(4)

    async def answer(self, request):
        """The bytes to send. Equal requests that arrive at once share one question to moto."""
        if request.target.startswith("/__bench/"):
            return self.control(request)
        key, operation, tally = request.key(), request.operation(), self.tally
        tally.asked(key, operation)
        waiting = self.answers.get(key)
        if waiting is None:
            tally.cold += 1
            waiting = self.answers[key] = asyncio.get_running_loop().run_in_executor(self.threads, self.ask_moto, request)
        pause = asyncio.sleep(tally.latency / 1000) if tally.latency else None
        status, known, data = await waiting
        if pause:
            await pause
        tally.statuses[key] = status
        if not known:
            tally.unknown[operation] += 1
        return data

    def ask_moto(self, request):
        connection = http.client.HTTPConnection("127.0.0.1", self.moto_port, timeout=300)
        kept = {name: value for name, value in request.headers.items() if name not in HOP_BY_HOP}
        connection.request(request.method, request.target, body=request.body, headers=kept)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        headers = {name: value for name, value in response.getheaders() if name.lower() not in HOP_BY_HOP}
        html = "html" in response.getheader("Content-Type", "") and body.lstrip()[:2] in (b"<!", b"<h")
        if response.status >= 500 or html:
            status, headers, body = unsupported(request)
            return status, False, encode(status, headers, body)
        return response.status, True, encode(response.status, headers, body)

    def control(self, request):
        url = urllib.parse.urlparse(request.target)
        if url.path == "/__bench/reset":
            self.tally = Tally(int(dict(urllib.parse.parse_qsl(url.query)).get("latency", 0)))
        return encode(200, {"Content-Type": "application/json"}, json.dumps(self.tally.read()).encode())


def encode(status, headers, body):
    phrase = HTTPStatus(status).phrase
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers.items()), f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


async def read_request(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = head[0].split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, target, headers, body)


async def serve(stage, reader, writer):
    """One connection, kept open for as long as the client likes."""
    try:
        while True:
            request = await read_request(reader)
            data = await stage.answer(request)
            # An answer to HEAD has no body, though it may say how long that would be.
            writer.write(data if request.method != "HEAD" else data[: data.index(b"\r\n\r\n") + 4])
            await writer.drain()
            if request.headers.get("connection", "").lower() == "close":
                return
    except (asyncio.IncompleteReadError, ConnectionError):
        return
    finally:
        writer.close()


async def main():
    stage = Stage(int(sys.argv[2]))
    server = await asyncio.start_server(lambda r, w: serve(stage, r, w), "127.0.0.1", int(sys.argv[1]), backlog=1024, limit=1 << 20)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
