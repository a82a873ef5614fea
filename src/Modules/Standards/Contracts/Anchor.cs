namespace Qingdan.Standards.Contracts;

/// <summary>依据: the place in a law that a rule stands on.</summary>
/// <param name="Law">Name without book marks: 政务数据共享条例.</param>
/// <param name="Article">条.</param>
/// <param name="Paragraph">款, when the article has several and one is meant.</param>
public sealed record Anchor(string Law, int Article, int? Paragraph = null)
{
    /// <summary>As Chinese documents cite it: 《政务数据共享条例》第二十一条第一款.</summary>
    public override string ToString() => $"《{Law}》第{ChineseNumber.Of(Article)}条" + (Paragraph is { } p ? $"第{ChineseNumber.Of(p)}款" : "");
}

/// <summary>A sentence for people: the Chinese text is the key of its translation, the values fill its {0}, {1}….</summary>
public sealed record Sentence(string Text, params object[] Args);
