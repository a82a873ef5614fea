using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// 数据目录: one described set of data of one provider (政务数据共享条例 13, 上海市数据条例 28).
/// The elements that no rule, list or query names live in <see cref="Elements"/>, by their declaration.
/// </summary>
internal sealed class Resource : IEditedRow
{
    public long Id { get; init; }

    /// <summary>Shanghai's code, <c>002438161/000486</c>; null until the provider has an organization code.</summary>
    public string? Code { get; set; }

    /// <summary>The national code, 类项目细目 "/" 顺序码.</summary>
    public string? NationalCode { get; set; }

    public required string Name { get; set; }

    /// <summary>The name without spaces and punctuation: two rows of one provider with one key are one resource.</summary>
    public required string NameKey { get; set; }

    public long ProviderId { get; set; }

    /// <summary>摘要.</summary>
    public string Summary { get; set; } = "";

    /// <summary>领域.</summary>
    public string Theme { get; set; } = "";

    /// <summary>来源系统: the national audit asks which systems have no catalogue.</summary>
    public string SystemName { get; set; } = "";

    /// <summary>职责目录 entry the data come from.</summary>
    public string Duty { get; set; } = "";

    /// <summary>数据格式, several separated by ；.</summary>
    public string Formats { get; set; } = "";

    public UpdateFrequency? Frequency { get; set; }

    /// <summary>共享属性; null when neither stated nor inferred.</summary>
    public ShareProperty? Share { get; set; }

    /// <summary>False when <see cref="Share"/> is only inferred from the open type: a proposal, never in force.</summary>
    public bool ShareStated { get; set; }

    /// <summary>共享范围和使用用途; owed for 有条件共享 (政务数据共享条例 15).</summary>
    public string ShareCondition { get; set; } = "";

    /// <summary>Reason for 不予共享 (政务数据共享条例 15).</summary>
    public string ShareReason { get; set; } = "";

    /// <summary>共享方式, several separated by ；.</summary>
    public string ShareWays { get; set; } = "";

    /// <summary>开放属性.</summary>
    public OpenType? OpenType { get; set; }

    /// <summary>数据分级.</summary>
    public string DataLevel { get; set; } = "";

    /// <summary>When the data themselves were last updated.</summary>
    public DateOnly? DataUpdatedOn { get; set; }

    /// <summary>The declared rest as a JSON object: key → text.</summary>
    public string Elements { get; set; } = "{}";

    public ResourceState State { get; set; }

    /// <summary>
    /// True when what is in review came there by an accepted report of a round: what a further report of the unit says goes into it, because its head has signed that one too.
    /// The reviewer's number then no longer fits, so nothing is published unseen.
    /// </summary>
    public bool ByReport { get; set; }

    /// <summary>Number of the version in force; 0 before the first publication.</summary>
    public int Version { get; set; }

    /// <summary>Grows with every save: the guard against two people saving one record.</summary>
    public int Edit { get; set; }

    /// <summary>A fresh id at every write: tells the facet table what to read again.</summary>
    public long Revision { get; set; }

    /// <summary>已并入: the resource that goes on for this one, which was found to be the same; 0 for none. Its codes are former codes of that one.</summary>
    public long MergedInto { get; set; }

    /// <summary>The import it came with; 0 for by hand.</summary>
    public long ImportId { get; set; }

    /// <summary>What the last import said about it, as a digest: the same again brings nothing new. Empty when none did.</summary>
    public string ImportDigest { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}
