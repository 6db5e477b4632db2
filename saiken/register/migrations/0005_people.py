import datetime
import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0004_acts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('reason', models.CharField(max_length=200)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AccessSpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_obligor', models.BooleanField(default=False)),
                ('first', models.BigIntegerField()),
                ('last', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='ProtectionMeasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('ground', models.CharField(max_length=30)),
                ('reason', models.CharField(max_length=300)),
                ('from_on', models.DateField()),
                ('review_on', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ProtectionRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('released_to', models.CharField(max_length=150)),
                ('reason', models.CharField(max_length=300)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ProtectionRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('reason', models.CharField(max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_hash', models.CharField(max_length=200)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='UserSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session_key', models.CharField(max_length=40, unique=True)),
                ('started_at', models.DateTimeField()),
                ('terminal', models.CharField(blank=True, default='', max_length=100)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_why', models.CharField(blank=True, default='', max_length=30)),
            ],
        ),
        migrations.AddIndex(
            model_name='accesslog',
            index=models.Index(fields=['by', '-id'], name='access_of_person'),
        ),
        migrations.AddIndex(
            model_name='auditrow',
            index=models.Index(fields=['by', '-id'], name='audit_of_person'),
        ),
        migrations.AddField(
            model_name='absence',
            name='deputy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deputyships', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='absence',
            name='office',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='register.office'),
        ),
        migrations.AddField(
            model_name='absence',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='accessspan',
            name='access',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spans', to='register.accesslog'),
        ),
        migrations.AddField(
            model_name='protectionmeasure',
            name='ends',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='register.protectionmeasure'),
        ),
        migrations.AddField(
            model_name='protectionmeasure',
            name='obligor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protection_measures', to='register.obligor'),
        ),
        migrations.AddField(
            model_name='protectionrelease',
            name='obligor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protection_releases', to='register.obligor'),
        ),
        migrations.AddField(
            model_name='protectionrequest',
            name='obligor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protection_requests', to='register.obligor'),
        ),
        migrations.AddField(
            model_name='protectionrelease',
            name='request',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='register.protectionrequest'),
        ),
        migrations.AddField(
            model_name='recoverycode',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='usersession',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='absence_validity'),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.CheckConstraint(condition=models.Q(('user', models.F('deputy')), _negated=True), name='absence_deputy_is_another'),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='absence_reasoned'),
        ),
        migrations.AddIndex(
            model_name='accessspan',
            index=models.Index(fields=['is_obligor', 'first', 'access'], name='access_span_of_one'),
        ),
        migrations.AddIndex(
            model_name='accessspan',
            index=models.Index(condition=models.Q(('last__gt', models.F('first'))), fields=['is_obligor', 'first', 'last', 'access'], name='access_span_of_run'),
        ),
        migrations.AddConstraint(
            model_name='accessspan',
            constraint=models.CheckConstraint(condition=models.Q(('last__gte', models.F('first')), ('last__lt', django.db.models.expressions.CombinedExpression(models.F('first'), '+', models.Value(1000)))), name='access_span_run'),
        ),
        migrations.AddIndex(
            model_name='protectionmeasure',
            index=models.Index(fields=['review_on', 'id'], name='protection_by_review'),
        ),
        migrations.AddConstraint(
            model_name='protectionmeasure',
            constraint=models.CheckConstraint(condition=models.Q(('ground__in', ['child_abuse', 'similar_harm', 'spouse_violence', 'stalking'])), name='protection_ground'),
        ),
        migrations.AddConstraint(
            model_name='protectionmeasure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='protection_reasoned'),
        ),
        migrations.AddConstraint(
            model_name='protectionmeasure',
            constraint=models.CheckConstraint(condition=models.Q(('review_on__isnull', True), ('review_on__gt', models.F('from_on')), _connector='OR'), name='protection_review_later'),
        ),
        migrations.AddConstraint(
            model_name='protectionmeasure',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', False), ('review_on__isnull', False), _connector='OR'), name='protection_has_review'),
        ),
        migrations.AddIndex(
            model_name='protectionrequest',
            index=models.Index(fields=['recorded_by', '-id'], name='protection_request_of_person'),
        ),
        migrations.AddConstraint(
            model_name='protectionrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='protection_request_reasoned'),
        ),
        migrations.AddIndex(
            model_name='protectionrelease',
            index=models.Index(fields=['obligor', 'released_to', '-until_at'], name='protection_release_running'),
        ),
        migrations.AddConstraint(
            model_name='protectionrelease',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('released_to', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='protection_release_reasoned'),
        ),
        migrations.AddConstraint(
            model_name='protectionrelease',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__gte', models.F('from_at')), ('until_at__lte', django.db.models.expressions.CombinedExpression(models.F('from_at'), '+', models.Value(datetime.timedelta(seconds=3600))))), name='protection_release_short'),
        ),
        migrations.AddIndex(
            model_name='usersession',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['user', 'id'], name='user_session_running'),
        ),
        migrations.AddConstraint(
            model_name='usersession',
            constraint=models.CheckConstraint(condition=models.Q(('ended_why__in', ['', 'ended_by_administrator', 'idle', 'newer_sign_in', 'password_changed', 'signed_out', 'too_long'])), name='user_session_ended_why'),
        ),
        migrations.AddConstraint(
            model_name='usersession',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_why', '')), models.Q(('ended_at__isnull', False), models.Q(('ended_why', ''), _negated=True)), _connector='OR'), name='user_session_ended_for_a_reason'),
        ),
    ]
