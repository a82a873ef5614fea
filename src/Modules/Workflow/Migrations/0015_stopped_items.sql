-- 停止超出必要范围的获取: only of the items that go beyond it (上海市数据条例 39 II).
ALTER TABLE workflow_answers ADD COLUMN stopped BOOLEAN NOT NULL DEFAULT FALSE;
