-- Two people who enter the same row at once: what is collected stands once for any time, a return once for the day it was asked for.
CREATE UNIQUE INDEX workflow_registers_collected ON workflow_registers (resource_id, unit_id) WHERE kind = 'Collected' AND ended_on IS NULL;
CREATE UNIQUE INDEX workflow_registers_returned ON workflow_registers (resource_id, unit_id, since_on) WHERE kind = 'Returned';
