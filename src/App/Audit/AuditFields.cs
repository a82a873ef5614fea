using System.Collections.Frozen;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.App.Audit;

/// <summary>
/// What the fields and values in events are called on the screen: by the declaration of the record they are about, by the names here, then by any declaration.
/// What neither knows is shown as it is stored: nothing is left out.
/// </summary>
internal sealed class AuditFields(DeclarationBook book, IEnumerable<AuditWord> words)
{
    private static readonly FrozenDictionary<string, string> Own = new Dictionary<string, string>
    {
        ["name"] = "名称", ["shortName"] = "简称", ["fullName"] = "姓名", ["signInName"] = "登录名", ["kind"] = "类别", ["level"] = "层级", ["district"] = "所属区", ["parentId"] = "上级单位",
        ["uscc"] = "统一社会信用代码", ["code"] = "代码", ["aliases"] = "别名", ["roles"] = "角色", ["unit"] = "单位", ["deputyOfId"] = "A 角编号", ["state"] = "状态",
        ["into"] = "并入", ["intoId"] = "并入单位", ["other"] = "另一单位", ["to"] = "划入单位", ["day"] = "日期", ["document"] = "文件", ["note"] = "说明", ["items"] = "数据项", ["locked"] = "已锁定",
        ["version"] = "版本", ["rowCount"] = "条数", ["filter"] = "筛选条件", ["rows"] = "条数", ["number"] = "编号", ["fileName"] = "文件名", ["length"] = "字节数", ["digest"] = "摘要值", ["elements"] = "其他要素",
        ["signOff"] = "签批", ["signer"] = "签批人", ["standsFor"] = "代谁签批", ["signedOn"] = "签批日期", ["onPaper"] = "线下签批", ["documentNumber"] = "文号", ["scanDigest"] = "签字件摘要值",
        ["id"] = "编号", ["place"] = "序号", ["openCondition"] = "开放条件", ["shareStated"] = "共享属性已写明", ["assessed"] = "已评估", ["resources"] = "目录", ["undone"] = "已撤销", ["left"] = "未撤销",
        ["fileDigest"] = "文件摘要值", ["target"] = "导入为", ["onlyGood"] = "只导入无误的", ["created"] = "新增", ["updated"] = "更新", ["overtaken"] = "已另有更改", ["kept"] = "保留", ["mapping"] = "列对应",
        ["mappingName"] = "列对应名称", ["columns"] = "列", ["missing"] = "缺少的列", ["sheet"] = "工作表", ["headerRow"] = "表头行", ["marks"] = "密级标志", ["provider"] = "提供单位",
        ["unitId"] = "单位", ["providerId"] = "提供单位", ["resourceId"] = "目录编号", ["itemId"] = "数据项编号", ["itemIds"] = "数据项编号", ["itemNames"] = "数据项", ["required"] = "必需", ["insist"] = "坚持提交的理由",
        ["impact"] = "影响", ["clauseId"] = "依据库条款编号", ["basisEffectiveOn"] = "施行日期", ["step"] = "环节", ["replacesId"] = "替代的条目",
        ["candidates"] = "拟列入", ["changes"] = "变更", ["removals"] = "移出", ["negatives"] = "负面清单", ["findings"] = "问题", ["severe"] = "严重问题", ["milliseconds"] = "用时（毫秒）",
        ["scope"] = "范围", ["systemName"] = "来源系统", ["picked"] = "勾选的条数", ["recordedBy"] = "登记人", ["deputy"] = "代理人", ["person"] = "设定人", ["deputyId"] = "代理人编号", ["fromDay"] = "从哪一天", ["untilDay"] = "到哪一天（含）",
        ["protection"] = "等保级别", ["builder"] = "建设和运维单位", ["project"] = "项目编号", ["launchedOn"] = "上线日期", ["why"] = "修改原因", ["basis"] = "依据文件", ["share"] = "共享属性", ["passed"] = "通过",
        ["checker"] = "核对人", ["checkedOn"] = "核对日期", ["lines"] = "条数", ["laws"] = "法规", ["ended"] = "不再有效", ["lawId"] = "法规编号", ["added"] = "新增", ["label"] = "字段", ["effectiveOn"] = "施行日期",
        ["title"] = "名称", ["noticeNumber"] = "通知文号", ["noticeOn"] = "通知日期", ["dueOn"] = "报送截止", ["tables"] = "要报的表", ["units"] = "应报单位", ["report"] = "所属报送", ["reportId"] = "报送编号", ["reports"] = "报送份数",
        ["good"] = "可接收的行", ["new"] = "有变化的行", ["faulty"] = "有问题的行", ["changed"] = "变更", ["removed"] = "删除", ["checkCode"] = "校验码",
        ["fileKind"] = "是什么材料", ["fileState"] = "附件状态", ["basisReason"] = "仍引用的理由", ["meetsOn"] = "会商日期", ["matters"] = "议题", ["minutesNumber"] = "会议纪要文号", ["promisedOn"] = "承诺提供期限", ["extensionDays"] = "延长的工作日", ["supplementsAllowed"] = "允许补正的次数", ["at"] = "时间", ["actorName"] = "办理人",
        ["asks"] = "督办事项和要求", ["mailMode"] = "多久发一次", ["language"] = "邮件的语言", ["email"] = "邮箱", ["url"] = "地址",
        ["reviewCause"] = "复核原因", ["answer"] = "答复", ["outcome"] = "结果", ["answered"] = "已答复的条目", ["hits"] = "碰到的记录", ["unitKind"] = "变更后的单位类别", ["keep"] = "保留", ["again"] = "重新审核", ["remove"] = "建议移出", ["proposed"] = "待主管部门决定", ["reviewLaw"] = "变动的法规", ["reviewChangedOn"] = "法规变动之日", ["contestedOn"] = "存疑自", ["changedOn"] = "调整、变化发生之日", ["fingerprint"] = "公钥指纹", ["sinceOn"] = "起始日", ["lastOn"] = "最近日期", ["endedOn"] = "停止日", ["origin"] = "来自", ["way"] = "方式",
        ["method"] = "请求方式", ["address"] = "服务地址", ["path"] = "路径", ["rowsPath"] = "数据行的路径", ["credential"] = "鉴权方式", ["credentialName"] = "请求头名、参数名或用户名", ["secretChanged"] = "密钥、口令或令牌有变", ["dateHeader"] = "数据日期所在的响应头", ["datePath"] = "数据日期的路径", ["parameters"] = "参数", ["host"] = "主机",
        ["setBack"] = "时钟拨回（毫秒）", ["sequence"] = "日志序号",
        ["mask"] = "脱敏方式", ["pattern"] = "表达式", ["replacement"] = "替换成", ["allowlist"] = "来源地址", ["suspendedBy"] = "由谁暂停", ["regionalGrantId"] = "区域授权编号", ["measure"] = "怎样处理", ["applicationId"] = "应用编号", ["quota"] = "每日调用额度", ["rate"] = "每秒调用次数", ["ending"] = "密钥尾号", ["leaked"] = "已经泄露", ["endsOn"] = "使用期限至", ["purpose"] = "用途",
    }.ToFrozenDictionary();

    // A code that means one thing only, whichever domain it comes from.
    private static readonly FrozenDictionary<string, string> Codes = Domains.All.SelectMany(d => d.Entries).Select(e => (e.Code, e.Name)).Concat(Roles.Names.Select(r => (r.Key, r.Value)))
        .Concat(Enum.GetValues<OrganizationState>().Select(s => (s.ToString(), s.Name())))
        .GroupBy(e => e.Item1, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(e => e.Item2).Distinct().Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().Item2, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, AuditWord> _words = words.ToLookup(w => w.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The Chinese name of a field, in an event on a subject of <paramref name="kind"/>: <c>lists.demand</c> has the declaration <c>demand</c>.</summary>
    public string Name(string kind, string field) =>
        book.All.FirstOrDefault(d => d.Name == kind[(kind.LastIndexOf('.') + 1)..])?.Find(field)?.Name ?? Own.GetValueOrDefault(field)
        ?? book.All.Select(d => d.Find(field)).FirstOrDefault(e => e is not null)?.Name ?? field;

    /// <summary>A value in words, in an event on a subject of <paramref name="kind"/>.</summary>
    public string Value(string kind, string field, string text)
    {
        if (field == "level" && Enum.TryParse<OrganizationLevel>(text, ignoreCase: true, out var level)) return level.Name();
        return _words[text].FirstOrDefault(w => kind.StartsWith(w.Kind, StringComparison.Ordinal))?.Text ?? Codes.GetValueOrDefault(text, text);
    }
}
