"""Reads the HTML report as the HTML standard says, refusing every parse error; prints its elements, attributes and texts."""
import collections
import json
import sys

import html5lib

with open(sys.argv[1], "rb") as file:
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file, transport_encoding="utf-8")
elements = collections.Counter()
attributes = collections.Counter()
links, ids, texts, tables = [], [], [], []
for element in document.iter():
    if not isinstance(element.tag, str):
        continue
    elements[element.tag.split("}")[-1]] += 1
    for name, value in element.attrib.items():
        attributes[name] += 1
        if name == "href":
            links.append(value)
        if name == "id":
            ids.append(value)
    for text in (element.text, element.tail):
        if text and element.tag != "style":
            texts.append(text)
for table in document.iter("table"):
    tables.append({"headers": len(list(table.iter("th"))), "scopes": sum("scope" in th.attrib for th in table.iter("th"))})
print(json.dumps({
    "lang": document.attrib.get("lang"), "elements": elements, "attributes": attributes, "links": links, "ids": ids, "texts": texts,
    "tables": tables, "all": "".join(document.itertext()),
}))
