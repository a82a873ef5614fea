// Decisions of node-casbin at as many rules as the first argument says: one rule a grant, asked at random. Writes microseconds of one decision.
import { newEnforcer, newModelFromString } from "casbin";

const rules = Number(process.argv[2]);
const model = newModelFromString(`
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.obj == p.obj && r.act == p.act
`);
const enforcer = await newEnforcer(model);
await enforcer.addPolicies(Array.from({ length: rules }, (_, i) => [`application${i % 300}`, `resource${Math.floor(i / 5)}`, "read"]));
const ask = (i) => enforcer.enforce(`application${i % 300}`, `resource${Math.floor(i / 5)}`, "read");
for (let i = 0; i < 20; i++) await ask((i * 7919) % rules);
const asked = 200;
const begun = performance.now();
for (let i = 0; i < asked; i++) if (!(await ask((i * 104729) % rules))) throw new Error("not allowed: the bench measures nothing");
console.log(((performance.now() - begun) * 1000) / asked);
