using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Qingdan.Platform.Database;

/// <summary>An instant is stored as milliseconds since 1970 UTC: alike in both engines, and it sorts.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));

/// <summary>A legal date is stored as yyyy-MM-dd.</summary>
internal sealed class DayConverter() : ValueConverter<DateOnly, string>(
    day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
