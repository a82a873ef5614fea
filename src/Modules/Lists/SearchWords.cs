using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Qingdan.Lists;

/// <summary>Words looked for in a list; the column is lowered as they are, since only one of the two stores ignores case.</summary>
internal static class SearchWords
{
    private const int Most = 8;

    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;
    private static readonly MethodInfo Lower = typeof(string).GetMethod(nameof(string.ToLower), [])!;

    /// <summary>The words of what was typed.</summary>
    public static string[] Of(string? text) => [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Most)];

    /// <summary>A pattern of LIKE, with backslash as escape, for anything that has the word in it.</summary>
    public static string Pattern(string word) => $"%{word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>The rows in whose texts all the words are.</summary>
    public static IQueryable<T> Saying<T>(this IQueryable<T> rows, string? text, Expression<Func<T, string>> texts)
    {
        var lowered = Expression.Call(texts.Body, Lower);
        foreach (var word in Of(text))
        {
            // As a property of an object, so that the store gets it as a parameter.
            var pattern = Expression.Property(Expression.Constant(new { Value = Pattern(word) }), "Value");
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(Like, Expression.Constant(EF.Functions), lowered, pattern, Expression.Constant("\\")), texts.Parameters));
        }
        return rows;
    }
}
