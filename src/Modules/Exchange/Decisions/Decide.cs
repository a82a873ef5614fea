using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Gateway;

namespace Qingdan.Exchange.Decisions;

/// <summary>What was decided: the grant that lets it through, or the one that comes nearest with why it does not. Without allocation.</summary>
internal readonly record struct Decision(GrantRow? Grant, CallRefusal Why);

/// <summary>放行: whether an application may fetch a resource now. What the list says is what gets through.</summary>
internal static class Decide
{
    /// <summary>Decides; <paramref name="number"/> names one of several grants, empty where there is one. <paramref name="today"/> is a <see cref="DateOnly.DayNumber"/>.</summary>
    public static Decision On(Permissions now, long application, long resource, ReadOnlySpan<char> number, int today)
    {
        var grants = now.Of(resource).Of(application);
        if (grants.IsEmpty) return new(null, CallRefusal.NoGrant);
        var (only, nearest, why) = ((GrantRow?)null, grants[0].Row, CallRefusal.NoGrant);
        foreach (var (_, grant) in grants)
        {
            if (!number.IsEmpty && !number.SequenceEqual(grant.Number)) continue;
            var stopped = Stopped(grant, today);
            if (stopped != CallRefusal.None)
            {
                if (why == CallRefusal.NoGrant) (nearest, why) = (grant, stopped);
                continue;
            }
            if (only is not null) return new(grant, CallRefusal.SeveralGrants);
            only = grant;
        }
        return only is not null ? new(only, CallRefusal.None) : new(why == CallRefusal.NoGrant ? null : nearest, why);
    }

    private static CallRefusal Stopped(GrantRow grant, int today) => grant.State switch
    {
        GrantState.Ended => CallRefusal.GrantEnded,
        GrantState.Suspended => CallRefusal.GrantSuspended,
        _ when today < grant.From => CallRefusal.GrantNotYet,
        _ when today > grant.Until => CallRefusal.GrantExpired,
        _ when grant.Suspended => CallRefusal.EntrySuspended,
        _ when grant.LeavesNothing => grant.Blocked is null ? CallRefusal.NoEntry : CallRefusal.Forbidden,
        _ when grant.Ground.Id == 0 => CallRefusal.NoEntry,
        _ => CallRefusal.None,
    };
}
