using System.Diagnostics.CodeAnalysis;

namespace Qingdan.Platform.Results;

/// <summary>Either a value or all the faults found, never both and never neither.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Fault> faults)
    {
        _value = value;
        Faults = faults;
    }

    /// <summary>All faults at once; empty on success.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>True when there is a value.</summary>
    public bool Ok => Faults is { Count: 0 };

    /// <summary>The value; asking for it on a refusal is a bug.</summary>
    public T Value => Ok ? _value! : throw new InvalidOperationException($"No value: {string.Join("; ", Faults.Select(f => f.Code))}");

    /// <summary>Takes the value apart from the faults.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Ok;
    }

    /// <summary>The same faults for a caller with another kind of value.</summary>
    public Result<TOther> As<TOther>() => Result<TOther>.Refused(Faults);

    /// <summary>Success.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>Refusal for one reason.</summary>
    public static implicit operator Result<T>(Fault fault) => new(default, [fault]);

    /// <summary>Refusal for several reasons; none would be a bug.</summary>
    public static implicit operator Result<T>(List<Fault> faults) => Refused(faults);

    internal static Result<T> Refused(IReadOnlyList<Fault> faults) =>
        faults.Count > 0 ? new(default, faults) : throw new ArgumentException("A refusal needs a reason.", nameof(faults));
}

/// <summary>The value of a use-case that has nothing to return.</summary>
public readonly record struct Done;
