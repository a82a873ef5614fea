using Microsoft.AspNetCore.Identity;

namespace Qingdan.Organizations.People;

/// <summary>Whether a person may sign in.</summary>
internal enum PersonState
{
    Active,

    /// <summary>停用. Deleting is a state: the audit log goes on naming the person.</summary>
    Disabled,
}

/// <summary>A person with an account.</summary>
internal sealed class Person
{
    public long Id { get; init; }
    public required string SignInName { get; init; }

    /// <summary>The sign-in name in lower case; unique.</summary>
    public required string SignInKey { get; init; }

    public required string FullName { get; set; }

    /// <summary>Null only for administrators who belong to no unit.</summary>
    public long? UnitId { get; set; }

    public string Phone { get; set; } = "";

    /// <summary>Address for mail; empty where none was given.</summary>
    public string Email { get; set; } = "";

    /// <summary>The person whose B角 this is.</summary>
    public long? DeputyOfId { get; set; }

    public PersonState State { get; set; }
    public required string PasswordHash { get; set; }

    /// <summary>Changes when the password or the state does; sessions with an older one end within a minute.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>True while the password is one that somebody else has seen.</summary>
    public bool MustChangePassword { get; set; }

    public int FailedCount { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public DateTimeOffset? LastSignInAt { get; set; }
    public long Version { get; set; } = 1;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Sets the password and ends all sessions.</summary>
    public void SetPassword(IPasswordHasher<Person> hasher, string password, bool seenByOthers)
    {
        PasswordHash = hasher.HashPassword(this, password);
        MustChangePassword = seenByOthers;
        EndSessions();
    }

    /// <summary>Sessions of before end when they are next looked at.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("n");

    /// <summary>What an administrator entered.</summary>
    public PersonFacts ToFacts() => new(SignInName, FullName, UnitId, Phone, Email, DeputyOfId);

    public static string KeyOf(string signInName) => signInName.Trim().ToLowerInvariant();
}

/// <summary>One role of a person.</summary>
internal sealed class PersonRole
{
    public long PersonId { get; init; }
    public required string Role { get; init; }
}
