using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Projection.Masking;

/// <summary>The ways to mask.</summary>
internal enum MaskKind
{
    /// <summary>Not masked.</summary>
    None,

    /// <summary>Of a person's name (姓名) the surname: 张**.</summary>
    Name,

    /// <summary>Of an ID number (身份证号) the first three and the last four: 310***********1234.</summary>
    IdNumber,

    /// <summary>Of a telephone number (电话) the ends: 138****1234, 021-****5678.</summary>
    Phone,

    /// <summary>Of an address (地址) what comes before the house: 上海市浦东新区世纪大道***.</summary>
    Address,

    /// <summary>By a pattern of one's own.</summary>
    Pattern,

    /// <summary>Nothing is seen of it.</summary>
    Whole,
}

/// <summary>Makes masks and names them.</summary>
internal static class Masks
{
    /// <summary>All that mask, as a person chooses them.</summary>
    public static IReadOnlyList<MaskKind> All { get; } = [MaskKind.Name, MaskKind.IdNumber, MaskKind.Phone, MaskKind.Address, MaskKind.Pattern, MaskKind.Whole];

    /// <summary>The mask of this kind. Pattern and replacement count for <see cref="MaskKind.Pattern"/> alone.</summary>
    public static Result<Mask> Of(MaskKind kind, string pattern, string replacement, string field) => kind switch
    {
        MaskKind.Name => new NameMask(),
        MaskKind.IdNumber => new IdNumberMask(),
        MaskKind.Phone => new PhoneMask(),
        MaskKind.Address => new AddressMask(),
        MaskKind.Pattern => PatternMask.Compile(pattern, replacement, field),
        MaskKind.Whole => new WholeMask(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Masks nothing."),
    };

    /// <summary>Its name on the screen.</summary>
    public static string NameOf(MaskKind kind) => kind switch
    {
        MaskKind.None => "不脱敏",
        MaskKind.Name => "姓名：保留姓",
        MaskKind.IdNumber => "身份证号：保留前三后四位",
        MaskKind.Phone => "电话：保留前后几位",
        MaskKind.Address => "地址：保留到路名",
        MaskKind.Pattern => "自定规则",
        _ => "全部遮盖",
    };

    private sealed class WholeMask : Mask
    {
        public override ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room) => Whole;
    }
}
