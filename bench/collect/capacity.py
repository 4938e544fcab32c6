"""How many requests a second the proxy itself can answer: twenty connections ask one thing, already in memory, for two seconds."""
import http.client
import threading
import time
import urllib.parse

CONNECTIONS, SECONDS = 20, 2
BODY = "Action=GetCallerIdentity&Version=2011-06-15"
HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Authorization": "AWS4-HMAC-SHA256 Credential=AKIABENCHBENCHBENCH0/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0",
}


def of(endpoint):
    """The asking costs about as much as the answering and shares the machine, so this is a lower bound."""
    counts = []

    def ask():
        connection = http.client.HTTPConnection(urllib.parse.urlparse(endpoint).netloc)
        count, end = 0, time.monotonic() + SECONDS
        while time.monotonic() < end:
            connection.request("POST", "/", body=BODY, headers=HEADERS)
            connection.getresponse().read()
            count += 1
        connection.close()
        counts.append(count)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS
