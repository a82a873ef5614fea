-- 摘要里写的不是数据项: somebody of the unit said so of this resource, and it is not proposed again.
CREATE TABLE catalog_prose_refusals (
    resource_id {id},
    refused_by TEXT NOT NULL,
    refused_at BIGINT NOT NULL
);

-- A unit's resources page by page, each page behind the last id of the one before.
DROP INDEX catalog_resources_provider;
CREATE INDEX catalog_resources_provider ON catalog_resources (provider_id, id);
