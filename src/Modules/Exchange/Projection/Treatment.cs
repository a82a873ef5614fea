using Qingdan.Exchange.Projection.Masking;

namespace Qingdan.Exchange.Projection;

/// <summary>What becomes of a granted item's value: passed as it is, masked (脱敏), or only compared with what the caller says (核验).</summary>
internal sealed record Treatment
{
    private Treatment()
    {
    }

    /// <summary>How it is masked; null when it is not.</summary>
    public Mask? Mask { get; private init; }

    /// <summary>As it is, with all that is in it.</summary>
    public static Treatment Plain { get; } = new();

    /// <summary>Compared, never passed.</summary>
    public static Treatment Verify { get; } = new();

    /// <summary>Masked.</summary>
    public static Treatment Masked(Mask mask) => new() { Mask = mask };

    // Plain and Verify differ by identity alone.
    public bool Equals(Treatment? other) => ReferenceEquals(this, other) || (Mask is not null && Mask.Equals(other?.Mask));

    public override int GetHashCode() => Mask?.GetHashCode() ?? (ReferenceEquals(this, Plain) ? 1 : 2);
}

/// <summary>An item that a grant lets through.</summary>
/// <param name="Item">The item's number, as in the selector.</param>
/// <param name="Treatment">What becomes of its value.</param>
internal sealed record GrantedItem(long Item, Treatment Treatment);
