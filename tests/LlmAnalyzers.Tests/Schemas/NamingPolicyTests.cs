using System.Text;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

public sealed class NamingPolicyTests
{
    /// <summary>Every name of up to six of these: a capital, a small letter, a digit, a space, an underscore, a letter that is neither.</summary>
    private const string Alphabet = "Ab1 _中";

    [Theory]
    [InlineData(nameof(NamingPolicy.CamelCase))]
    [InlineData(nameof(NamingPolicy.SnakeCaseLower))]
    [InlineData(nameof(NamingPolicy.SnakeCaseUpper))]
    [InlineData(nameof(NamingPolicy.KebabCaseLower))]
    [InlineData(nameof(NamingPolicy.KebabCaseUpper))]
    public void Names_are_those_of_the_framework(string policyName)
    {
        var policy = System.Enum.Parse<NamingPolicy>(policyName);
        var framework = FrameworkSchema.Policy(policy)!;
        var count = 0;
        foreach (var name in AllNames(6))
        {
            Assert.Equal(framework.ConvertName(name), policy.Apply(name));
            count++;
        }

        Assert.True(count > 50_000);
    }

    [Theory]
    [InlineData("IOStream", "ioStream", "io_stream")]
    [InlineData("Größe2DMax", "größe2DMax", "größe2_d_max")]
    [InlineData("already_snake", "already_snake", "already_snake")]
    public void Names_of_real_members_read_well(string name, string camel, string snake)
    {
        Assert.Equal(camel, NamingPolicy.CamelCase.Apply(name));
        Assert.Equal(snake, NamingPolicy.SnakeCaseLower.Apply(name));
        Assert.Equal(name, NamingPolicy.None.Apply(name));
    }

    private static System.Collections.Generic.IEnumerable<string> AllNames(int maxLength)
    {
        for (var length = 1; length <= maxLength; length++)
        {
            var digits = new int[length];
            while (true)
            {
                var name = new StringBuilder(length);
                foreach (var digit in digits)
                {
                    name.Append(Alphabet[digit]);
                }

                yield return name.ToString();
                var place = length - 1;
                while (place >= 0 && ++digits[place] == Alphabet.Length)
                {
                    digits[place--] = 0;
                }

                if (place < 0)
                {
                    break;
                }
            }
        }
    }
}
