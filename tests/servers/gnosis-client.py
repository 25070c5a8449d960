"""A client of its own for the document search, written after docs/connectors/gnosis.md alone: it shares no code with
Tickmark, so that the double is judged by somebody who only read the description.

python3 gnosis-client.py <base_url> <api_endpoint> <repository> <words> [name=value ...]
The bearer token comes by the environment (TOKEN). Prints one CSV record for each document, as the page's Evidence says.
"""
import csv
import hashlib
import json
import os
import sys
import urllib.parse
import urllib.request

base_url, api_endpoint, repository, words, *filters = sys.argv[1:]
headers = {"Authorization": "Bearer " + os.environ["TOKEN"]}
page_size = 10


def get(address):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20) as answer:
        return answer.read()


def search(offset):
    parameters = [("repository", repository), ("q", words), ("offset", offset), ("limit", page_size)]
    parameters += [tuple(pair.split("=", 1)) for pair in filters]
    return json.loads(get(base_url + api_endpoint + "?" + urllib.parse.urlencode(parameters)))


output = csv.writer(sys.stdout, lineterminator="\n")
output.writerow(["id", "title", "type", "modified", "url", "bytes", "sha256"])
offset, total = 0, None
while total is None or offset < total:
    answer = search(offset)
    items, total = answer["items"], answer["total"]
    if not items:
        sys.exit("the repository counts %d documents and gave %d" % (total, offset))
    for item in items:
        link = urllib.parse.urljoin(base_url + "/", item["url"])
        if not link.startswith(base_url + "/"):
            sys.exit("a link leads away from the address: " + link)
        content = get(link)
        digest = hashlib.sha256(content).hexdigest()
        output.writerow([item[name] for name in ("id", "title", "type", "modified", "url")] + [len(content), digest])
    offset += len(items)
