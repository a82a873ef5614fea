using System.Data.Common;

namespace Qingdan.Exchange.Usage;

/// <summary>Reads sums of figures.</summary>
internal static class UseSum
{
    /// <summary>A sum of whole numbers: PostgreSQL sums them into a decimal, SQLite into a whole number.</summary>
    public static long Sum(this DbDataReader row, int field) => Convert.ToInt64(row.GetValue(field), null);
}
