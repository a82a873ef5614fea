using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Lists.Reviews;

/// <summary>Which rows of a sheet are meant: the page and an answer by filter mean the same by it.</summary>
/// <param name="Answer">The tab: one answer; null for all.</param>
/// <param name="Kind">One of the two lists.</param>
/// <param name="Cause">Negative entries whose basis changed so.</param>
/// <param name="Words">Each must be in name, number or basis.</param>
internal sealed record ReviewFilter(ReviewAnswer? Answer, ReviewedKind? Kind, ReviewCause? Cause, IReadOnlyList<string> Words)
{
    /// <summary>The filter of an address or a form; what cannot be read does not filter.</summary>
    public static ReviewFilter From(Func<string, string?> query) =>
        new(FormChoice.Of<ReviewAnswer>(query("tab")), FormChoice.Of<ReviewedKind>(query("kind")), FormChoice.Of<ReviewCause>(query("cause")), ShelfFound.Words(query("q")));

    /// <summary>True when more is asked than the tab.</summary>
    public bool Narrows => Kind is not null || Cause is not null || Words.Count > 0;

    /// <summary>The condition in SQL with its parameters.</summary>
    public (string Sql, (string, object?)[] Values) Where(long sheet)
    {
        var (sql, values) = (new List<string> { "sheet_id = @sheet" }, new List<(string, object?)> { ("sheet", sheet) });
        if (Answer is { } answer) sql.Add($"answer = '{answer}'");
        if (Kind is { } kind) sql.Add($"kind = '{kind}'");
        if (Cause is { } cause) sql.Add($"cause = '{cause}'");
        for (var i = 0; i < Words.Count; i++)
        {
            sql.Add($@"(lower(name) LIKE @word{i} ESCAPE '\' OR lower(number) LIKE @word{i} ESCAPE '\' OR lower(basis) LIKE @word{i} ESCAPE '\')");
            values.Add(($"word{i}", LikePattern.Of(Words[i])));
        }
        return (string.Join(" AND ", sql), [.. values]);
    }
}
