namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>A law as a file writes it: all text, so that every fault can be told and not only the first.</summary>
/// <param name="Place">Where it stands: its first row, or its place in a JSON array.</param>
/// <param name="Fields">Text by the column's Chinese name.</param>
/// <param name="Clauses">Its articles.</param>
internal sealed record LawText(int Place, IReadOnlyDictionary<string, string> Fields, List<ClauseText> Clauses)
{
    /// <summary>The text of a column; empty when absent.</summary>
    public string this[string column] => Fields.GetValueOrDefault(column, "").Trim();
}

/// <summary>An article as a file writes it.</summary>
/// <param name="Place">Its row, or the place of its law in a JSON array.</param>
/// <param name="Article">条款号.</param>
/// <param name="Text">条款原文.</param>
/// <param name="Ban">Our reading, in JSON only.</param>
/// <param name="Note">Why.</param>
internal sealed record ClauseText(int Place, string Article, string Text, string Ban = "", string Note = "");

/// <summary>The columns of a file with laws, by their Chinese names.</summary>
internal static class LawColumns
{
    public const string Name = "名称", Level = "层级", Issuer = "发布机关", Number = "文号", Promulgated = "公布日期", Effective = "施行日期", State = "状态", Ended = "失效日期", Replaces = "代替的版本", Article = "条款号", Text = "条款原文", Source = "来源";

    /// <summary>What is said of the law itself.</summary>
    public static IReadOnlyList<string> OfLaw { get; } = [Level, Issuer, Number, Promulgated, Effective, State, Ended, Replaces, Source];

    /// <summary>Columns a table cannot do without.</summary>
    public static IReadOnlyList<string> Required { get; } = [Name, Level, Effective, State, Source];
}
