// Every operation of the document is in every generated client, and every member in the Python models: DOCUMENT.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const types = readFileSync("generated/schema.ts", "utf8");
const api = readFileSync("generated/api.ts", "utf8");
const python = "generated/python/port_one_rest_api_v1_client";

const camelCase = (id) => id.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const snakeCase = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
for (const { operationId, tags } of operations) {
  assert(types.includes(`\n    ${operationId}: {`), `openapi-typescript dropped ${operationId}`);
  const method = `    ${camelCase(operationId)}: (`;
  assert(api.includes(method), `swagger-typescript-api dropped ${operationId}`);
  const module = `${python}/api/${tags[0]}/${operationId}.py`;
  assert(existsSync(module), `openapi-python-client dropped ${operationId}`);
}

let members = 0;
for (const [name, schema] of Object.entries(document.components.schemas)) {
  if (schema.properties === undefined) continue;
  const model = readFileSync(`${python}/models/${snakeCase(name)}.py`, "utf8");
  for (const member of Object.keys(schema.properties)) {
    assert(model.includes(`"${member}"`), `openapi-python-client dropped ${name}.${member}`);
    members += 1;
  }
}
assert(operations.length > 50 && members > 300, `${operations.length}, ${members}`);
console.log(`${operations.length} operations in each client, ${members} members in the models`);
